import { UploadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal, Table, Upload } from 'antd';
import { useState } from 'react';
import { importSheet, previewSheet, type SheetKind, type SheetPlan } from '../api/organisation.js';
import { useWords } from '../parts/words.js';
import { OneTime } from './OneTime.js';

/** A table is held against what there is first; only one without problems is taken in. */
export function ImportDialog({ kind, close }: { kind: SheetKind; close: () => void }) {
  const { t, problem } = useWords();
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  const preview = useMutation({ mutationFn: (given: File) => previewSheet(kind, given) });
  const take = useMutation({
    mutationFn: (given: File) => importSheet(kind, given),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['organisation'] }),
        queries.invalidateQueries({ queryKey: ['people'] }),
      ]),
  });
  if (take.data && take.data.passwords.length > 0) return <OneTime passwords={take.data.passwords} close={close} />;
  const plan = preview.data;
  const fine = plan?.problemCount === 0 && file !== undefined;
  const failure = preview.error ?? take.error;
  return (
    <Modal
      open
      width={880}
      title={t('sheets.title', { what: t(`organisation.${kind}`).toLowerCase() })}
      onCancel={close}
      footer={
        take.data ? (
          <Button type="primary" onClick={close}>
            {t('people.known')}
          </Button>
        ) : (
          <>
            <Button onClick={close}>{t('organisation.cancel')}</Button>
            <Button type="primary" disabled={!fine} loading={take.isPending} onClick={() => file && take.mutate(file)}>
              {t('sheets.apply')}
            </Button>
          </>
        )
      }
    >
      <p className="dialog-lead">{t('sheets.lead')}</p>
      <p className="faint dialog-lead">{t(kind === 'nodes' ? 'sheets.columnsNodes' : 'sheets.columnsPeople')}</p>
      {!take.data && (
        <Upload
          accept=".csv,.xlsx"
          maxCount={1}
          showUploadList={false}
          beforeUpload={(given) => {
            setFile(given);
            take.reset();
            preview.mutate(given);
            return false;
          }}
        >
          <Button icon={<UploadOutlined aria-hidden="true" />} loading={preview.isPending}>
            {t(file ? 'sheets.again' : 'sheets.choose')}
          </Button>
        </Upload>
      )}
      {file && <span className="sheet-file num">{file.name}</span>}
      {failure && <Alert type="error" showIcon title={problem(failure)} />}
      {take.data && <Alert type="success" showIcon title={t('sheets.done', take.data)} />}
      {plan && !take.data && <Plan plan={plan} />}
    </Modal>
  );
}

function Plan({ plan }: { plan: SheetPlan }) {
  const { t, term, zh } = useWords();
  const wrong = plan.problemCount > 0;
  const says = (text: string) =>
    text
      .split('、')
      .map((one) => (term('nodeTier', one) === one ? term('role', one) : term('nodeTier', one)))
      .join(zh ? '、' : ', ');
  return (
    <div className="sheet-plan">
      <Alert
        type={wrong ? 'error' : 'success'}
        showIcon
        title={wrong ? t('sheets.problems', { count: plan.problemCount }) : t('sheets.fine')}
        {...(plan.rows > 0 ? { description: t('sheets.plan', plan) } : {})}
      />
      {wrong ? (
        <Table
          size="small"
          scroll={{ y: 320, x: 560 }}
          pagination={false}
          rowKey={({ row, column, code, value }) => `${row}${column}${code}${value}`}
          dataSource={plan.problems}
          columns={[
            { title: t('sheets.row'), dataIndex: 'row', width: 64, className: 'num' },
            { title: t('sheets.column'), dataIndex: 'column', width: 110 },
            { title: t('sheets.value'), dataIndex: 'value', width: 160 },
            { title: t('sheets.wrong'), dataIndex: 'code', render: (code: string) => t(`sheets.code.${code}`) },
          ]}
        />
      ) : (
        <Table
          size="small"
          scroll={{ y: 320, x: 560 }}
          pagination={false}
          rowKey="row"
          dataSource={plan.items}
          columns={[
            { title: t('sheets.row'), dataIndex: 'row', width: 64, className: 'num' },
            { title: '', dataIndex: 'does', width: 72, render: (does: string) => t(`sheets.does.${does}`) },
            { title: t('organisation.id'), dataIndex: 'id', className: 'num' },
            { title: t('organisation.name'), dataIndex: 'name' },
            { title: t('people.node'), dataIndex: 'place', className: 'num' },
            { title: '', dataIndex: 'says', render: says },
          ]}
        />
      )}
    </div>
  );
}
