import 'reflect-metadata';
import { jest } from '@jest/globals';

// a project's own patience; Jest knows but one for all
jest.setTimeout(globalThis.testPatience);
