import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { type SheetKind, sheetUrl, tops as topsQuery } from '../api/organisation.js';
import { Empty, Failure, Loading } from '../parts/States.js';
import { useWords } from '../parts/words.js';
import { ImportDialog } from './ImportDialog.js';
import { NodeCard } from './NodeCard.js';
import { NodeTree } from './NodeTree.js';
import { People } from './People.js';
import './organisation.css';

const kinds: SheetKind[] = ['nodes', 'people'];

/** 组织与人员: the tree, what a node has, and who works there. */
export function OrganisationPage() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const [importing, setImporting] = useState<SheetKind>();
  const tops = useQuery(topsQuery);
  const chosen = params.get('node') ?? tops.data?.[0]?.id;
  const choose = (node: string) => setParams({ node });
  const what = (kind: SheetKind) => t(`organisation.${kind}`);
  return (
    <div className="page organisation">
      <div className="page-head">
        <h1>{t('organisation.title')}</h1>
        <span className="lead">{t('organisation.lead')}</span>
        <span className="end organisation-actions">
          <Dropdown
            menu={{
              items: kinds.flatMap((kind) =>
                (['xlsx', 'csv'] as const).map((format) => ({
                  key: `${kind}-${format}`,
                  label: (
                    <a href={sheetUrl(kind, format)} download>
                      {`${what(kind)} · ${format === 'csv' ? 'CSV' : 'Excel'}`}
                    </a>
                  ),
                })),
              ),
            }}
          >
            <Button>{t('organisation.export')}</Button>
          </Dropdown>
          {kinds.map((kind) => (
            <Button key={kind} onClick={() => setImporting(kind)}>
              {t('organisation.importOf', { what: what(kind).toLowerCase() })}
            </Button>
          ))}
        </span>
      </div>
      {tops.isPending && <Loading />}
      {tops.error && !tops.data && <Failure error={tops.error} retry={() => void tops.refetch()} />}
      {tops.data && (
        <div className="organisation-body">
          <aside className="card organisation-tree">
            <NodeTree tops={tops.data} chosen={chosen} choose={choose} />
          </aside>
          <div className="organisation-detail">
            {chosen ? (
              <>
                <NodeCard key={chosen} id={chosen} choose={choose} />
                <People key={`people-${chosen}`} node={chosen} />
              </>
            ) : (
              <Empty title={t('organisation.choose')} />
            )}
          </div>
        </div>
      )}
      {importing && <ImportDialog kind={importing} close={() => setImporting(undefined)} />}
    </div>
  );
}
