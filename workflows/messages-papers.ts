/** What is sent to the workflows of papers. Importable outside the workflow sandbox. */

/** Workflow type: follows one paper from its draft to the receipt of it. Its id is `paper-` and the paper's. */
export const paperWorkflow = 'paper';
/** Workflow type: makes a duty's paper of one period, then follows it. */
export const dutyWorkflow = 'duty';
/** Workflow type: what a Schedule starts; asks which period it is for. */
export const dutyRoundWorkflow = 'dutyRound';

/** Signal: people have done something with the paper. */
export const paperChanged = 'paperChanged';

export const paperWorkflowId = (id: string): string => `paper-${id}`;
export const dutyWorkflowId = ({ node, duty, period }: DutyTask): string => `duty-${node}-${duty}-${period}`;

/** A duty of a node, as a Schedule knows it. */
export interface DutyRound {
  node: string;
  /** Its name in the rulebook. */
  duty: string;
  /** Instead of when it was started, epoch milliseconds: to make up for a period by hand. */
  at?: number;
}

export interface DutyTask {
  node: string;
  duty: string;
  /** The period's key. */
  period: string;
  /** When it was to be drafted, epoch milliseconds: the content is as of then, however late it is made. */
  at: number;
}

export interface PaperTask {
  /** The paper's id. */
  paper: string;
}
