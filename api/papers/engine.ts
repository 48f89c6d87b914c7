import { Injectable } from '@nestjs/common';
import { paperChanged, paperWorkflowId } from '../../workflows/messages-papers.js';
import { ApiOptions } from '../options.js';

/** What the API tells the workflows of papers. */
@Injectable()
export class PaperEngine {
  constructor(private readonly options: ApiOptions) {}

  /** A hint: the tables are the truth, and a workflow that did not hear of it looks when its timer fires. */
  async changed(paper: string): Promise<void> {
    const { client } = this.options;
    await client
      .withDeadline(Date.now() + 1_000, () => client.workflow.getHandle(paperWorkflowId(paper)).signal(paperChanged))
      .catch(() => undefined);
  }
}
