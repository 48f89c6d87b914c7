/** What does not fit, and where. */
export interface Finding {
  what:
    /** The event is not what its digest was made of. */
    | 'event-altered'
    /** An event that was there is not, or not in its place. */
    | 'event-missing'
    | 'event-added'
    /** A hash does not follow from the one before it. */
    | 'chain-broken'
    /** From before events were sealed. */
    | 'not-sealed'
    | 'no-row'
    /** The row is not what its events say. */
    | 'row-differs'
    /** The board counts something else than the rows are. */
    | 'counts-differ'
    /** The chronicle knows the event with another hash, or not at all. */
    | 'chronicle-differs'
    | 'not-in-chronicle'
    /** The chronicle knows it with two hashes, the later of which it has: an account was taken back. */
    | 'entered-again'
    | 'chronicle-broken'
    | 'chronicle-shorter'
    | 'checkpoint-forged'
    | 'checkpoint-missing'
    /** The chronicle at a checkpoint is not what was signed. */
    | 'checkpoint-differs'
    /** The workflow's own history says otherwise. */
    | 'history-differs'
    /** What somebody did is not what was entered, or is gone. */
    | 'act-altered'
    | 'act-missing';
  complaint?: string;
  seq?: number;
  /** Of the chronicle, or of a checkpoint. */
  position?: number;
  /** A field of the row, or what is counted. */
  path?: string;
  act?: string;
}

/** What is told and needs no one to act on it. */
export const isRemark = ({ what }: Finding): boolean => what === 'entered-again' || what === 'not-sealed';
