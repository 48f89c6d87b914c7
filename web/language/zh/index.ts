import { first } from './first.js';
import { rest } from './rest.js';

export const zh = { ...first, ...rest };
export type Words = typeof zh;
