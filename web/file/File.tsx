import { useState } from 'react';
import type { Answer } from '../api/shapes.js';
import { useWords } from '../parts/words.js';
import { Filed } from './Filed.js';
import { FileForm } from './FileForm.js';
import './file.css';
import './filed.css';

export function File() {
  const { t } = useWords();
  const [filed, setFiled] = useState<Answer>();
  return (
    <div className="page file-page">
      {filed ? (
        <Filed answer={filed} again={() => setFiled(undefined)} />
      ) : (
        <>
          <div className="page-head">
            <h1>{t('file.title')}</h1>
            <span className="lead">{t('file.lead')}</span>
          </div>
          <FileForm done={setFiled} />
        </>
      )}
    </div>
  );
}
