/** SQL: a merged complaint is counted with the one that it goes on in, and not once more (WY-4.2.2.4). */
export const countedOnce = (complaint: string): string => `${complaint}.status <> 'merged'`;
