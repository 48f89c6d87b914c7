/** Words of a language that says one otherwise than many: beside a word that counts, its `…_one`. */
export type Counted<T> = { [K in keyof T]: T[K] extends string ? string : Counted<T[K]> } & {
  [K in keyof T & string as T[K] extends string ? `${K}_one` : never]?: string;
};
