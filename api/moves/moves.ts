/** Moving open complaints to another version of their rulebook. */
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../database/queries/access.js';
import { Problem } from '../kernel/problem.js';
import type { MoveInput, MovePreviewInput } from './move-inputs.js';

@Injectable()
export class MoveDesk {
  preview(_viewer: Viewer, _id: string, _version: number, _input: MovePreviewInput): never {
    throw new Problem(409, 'not-in-force');
  }

  move(_viewer: Viewer, _id: string, _version: number, _input: MoveInput, _key: string | undefined): never {
    throw new Problem(409, 'not-in-force');
  }
}
