import { Radio } from 'antd';
import type { Rulebook } from '../../api/shapes.js';
import { useWords } from '../../parts/words.js';

interface Props {
  id?: string;
  survey: Rulebook['survey'];
  said: readonly string[];
  value?: Record<string, string>;
  onChange?: (value: Record<string, string>) => void;
}

/** One line for each item of the survey; what was not asked stays empty. */
export function RatingsField({ id, survey = {}, said, value = {}, onChange }: Props) {
  const { term, label } = useWords();
  return (
    <ul className="ratings" id={id}>
      {Object.entries(survey).map(([item, one]) => (
        <li key={item}>
          <span id={`rating-${item}`}>{label(one, item)}</span>
          <Radio.Group
            size="small"
            optionType="button"
            aria-labelledby={`rating-${item}`}
            value={value[item]}
            onChange={(event) => onChange?.({ ...value, [item]: String(event.target.value) })}
            options={said.map((rating) => ({ value: rating, label: term('rating', rating) }))}
          />
        </li>
      ))}
    </ul>
  );
}
