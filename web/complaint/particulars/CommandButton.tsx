import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { commandShapes } from '../../api/queries.js';
import type { Complaint } from '../../api/shapes.js';
import { useWords } from '../../parts/words.js';
import { isOpen } from '../arrange.js';
import type { Labels } from '../labels.js';

const CommandForm = lazy(() => import('../form/CommandForm.js'));

interface Props {
  complaint: Complaint;
  labels: Labels;
  command: string;
  /** Known already and not asked. */
  given?: Record<string, unknown>;
  /** Instead of the command's name. */
  says?: string;
}

/** Opens a command's form where it is spoken of; nothing, where it may not be given now. */
export function CommandButton({ complaint, labels, command, given, says }: Props) {
  const { term } = useWords();
  const { data: shapes } = useQuery(commandShapes);
  const [open, setOpen] = useState(false);
  const shape = shapes?.find(({ name }) => name === command);
  if (!isOpen(command, complaint)) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} data-panel={command}>
        {says ?? term('command', command)}
      </Button>
      {open && shape && (
        <Suspense>
          <CommandForm complaint={complaint} shape={shape} labels={labels} given={given} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
