import { ProofPlace } from '../proof/place.js';
import type { Settings } from './environment.js';
import { dataLayout } from './paths.js';

/** Where checkpoints are kept: the folder that is named, else the data folder's own. */
export const proofPlaceOf = ({ proofFolder, dataFolder }: Settings): ProofPlace =>
  new ProofPlace(proofFolder ?? dataLayout(dataFolder).proof);
