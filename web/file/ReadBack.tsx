import type { Complaint } from '../api/shapes.js';
import { sayMoment } from '../parts/time.js';
import { useWords, type WordsInUse } from '../parts/words.js';

const most = 120;

/** What is read to the caller before they hang up: their own words, the number, and what they are promised. */
export function ReadBack({ complaint }: { complaint: Complaint }) {
  const words = useWords();
  const { t } = words;
  return (
    <section className="read-back" aria-labelledby="read-back">
      <h2 id="read-back">{t('file.readBack')}</h2>
      <p className="words">{readBackOf(complaint, words)}</p>
    </section>
  );
}

function readBackOf(complaint: Complaint, words: WordsInUse): string {
  const { t, term } = words;
  const { complainant, project, text, number, promise, remedySought } = complaint;
  const said = text.length > most ? `${text.slice(0, most)}…` : text;
  const where = [project.name, complainant.room].filter(Boolean).join(' ');
  const sentences = [
    t(complainant.name ? 'file.readName' : 'file.readNobody', { name: complainant.name }),
    t('file.readSaid', { where, said: said.replace(/[。.!！]+$/, '') }),
    remedySought && t('file.readSeeks', { seeks: remedySought.replace(/[。.]+$/, '') }),
    t('file.readNumber', { number: number.replace(/-/g, words.zh ? '，' : ', ') }),
    promise?.due &&
      t('file.readPromise', { what: term('clock', promise.clock), at: sayMoment(promise.due, words, true) }),
    t('file.readAsk'),
  ];
  return sentences.filter(Boolean).join(words.zh ? '' : ' ');
}
