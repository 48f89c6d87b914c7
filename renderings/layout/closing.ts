import type { Paper, Signed } from '../../domain/paper/paper.js';
import { labels } from './labels.js';
import type { Sayings } from './sayings.js';
import type { Closing, Labelled } from './layout.js';

/** Who prepared, approved and confirmed it; a place stays empty for the pen. The public reads no names. */
export function closingOf(paper: Paper, say: Sayings): Closing {
  const { language } = say;
  const signature = (label: keyof typeof labels, signed?: Signed) => ({
    label: labels[label][language],
    name: signed ? say.text(signed.by.name) : '',
    date: signed ? say.dateOf(signed.at) : '',
  });
  const signatures = [
    signature('completedBy', paper.completed),
    ...(paper.approves.length > 0 || paper.approved ? [signature('approvedBy', paper.approved)] : []),
    ...(paper.confirms.length > 0 || paper.confirmed ? [signature('confirmedBy', paper.confirmed)] : []),
  ];
  return {
    signatures: paper.public ? [] : signatures,
    unit: say.text(paper.node.name),
    date: say.dateOf(paper.issuedAt ?? paper.due),
    seal: labels.seal[language],
  };
}

/** To whom, as of when, on what ground. */
export function notesOf(paper: Paper, say: Sayings): Labelled[] {
  const { language } = say;
  const { rulebook, addressee, clauses } = paper;
  const ground =
    language === 'zh'
      ? `《${say.text(rulebook.title)}》第${rulebook.version}版`
      : `${say.text(rulebook.title)}, version ${rulebook.version}`;
  return [
    ...(addressee ? [{ label: labels.to[language], value: say.text(addressee.name) }] : []),
    { label: labels.cutOff[language], value: say.moment(paper.cutOff) },
    {
      label: labels.ground[language],
      value: [ground, clauses.join(language === 'zh' ? '、' : ', ')].filter(Boolean).join(' '),
    },
  ];
}
