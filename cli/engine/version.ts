/** The release of the `temporal` program that the project was tried with. */
export const engineVersion = '1.9.1';
