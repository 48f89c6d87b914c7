import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { newKey } from '../api/key.js';
import { addNode, changeNode, type NodeDetails, type NodeInput } from '../api/organisation.js';
import { rulebooks as rulebooksQuery } from '../api/queries.js';
import { useWords } from '../parts/words.js';
import { FormDialog } from './FormDialog.js';
import { NodeSelect } from './NodeSelect.js';

interface Props {
  node: NodeDetails;
  adding: boolean;
  close: () => void;
  choose: (id: string) => void;
}

interface Values {
  id?: string;
  name: string;
  tier: NodeInput['tier'];
  parent?: string | null;
  rulebook?: string;
}

const below: Record<NodeInput['tier'], NodeInput['tier'][]> = {
  group: ['company', 'project'],
  company: ['project'],
  project: ['unit'],
  unit: [],
};

/** A new node below one, or another name, place or rulebook for it. */
export function NodeForm({ node, adding, close, choose }: Props) {
  const { t, term, label } = useWords();
  const queries = useQueryClient();
  const [key] = useState(newKey);
  const { data: books } = useQuery(rulebooksQuery);
  const save = useMutation({
    mutationFn: ({ id, name, tier, parent, rulebook }: Values) => {
      const own = rulebook ? rulebook : null;
      return adding
        ? addNode({ ...(id ? { id } : {}), name, tier, parent: node.id, rulebook: own }, key)
        : changeNode(node.id, { name, rulebook: own, ...(parent ? { parent } : {}) });
    },
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: ['organisation'] });
      choose(saved.id);
      close();
    },
  });
  const required = [{ required: true, whitespace: true, message: t('people.required') }];
  const first = below[node.tier][0] ?? 'unit';
  return (
    <FormDialog<Values>
      id="node-form"
      title={t(adding ? 'organisation.addNode' : 'organisation.changeNode', { name: node.name })}
      initial={adding ? { tier: first } : { name: node.name, parent: node.parent, rulebook: node.rulebook ?? '' }}
      save={save}
      close={close}
    >
      <Form.Item name="name" label={t('organisation.name')} rules={required}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      {adding && (
        <>
          <Form.Item name="tier" label={t('organisation.tier')}>
            <Select options={below[node.tier].map((value) => ({ value, label: term('nodeTier', value) }))} />
          </Form.Item>
          <Form.Item name="id" label={t('organisation.id')} extra={t('organisation.idHint')}>
            <Input maxLength={40} />
          </Form.Item>
        </>
      )}
      {!adding && node.parent && (
        <Form.Item name="parent" label={t('organisation.parent')}>
          <NodeSelect />
        </Form.Item>
      )}
      <Form.Item name="rulebook" label={t('organisation.rulebook')} initialValue="">
        <Select
          options={[
            { value: '', label: t('organisation.noRulebook') },
            ...(books ?? []).map(({ id, title }) => ({ value: id, label: `${id} ${label(title)}` })),
          ]}
        />
      </Form.Item>
    </FormDialog>
  );
}
