import { useState } from 'react';
import type { Process, Status } from '../../api/shapes.js';
import { useWords } from '../../parts/words.js';
import { drawingOf, type Drawing, type Line, type Row } from './layout.js';
import './process.css';

const lane = 9;
/** As wide as the longest status. */
const boxes = { zh: 92, en: 152 };
const tip = 6;

/** The process as a drawn column of statuses; what moves it on is told beside each. */
export function Picture({ process }: { process: Process }) {
  const { t, term, zh } = useWords();
  const [looked, setLooked] = useState<Status>();
  const box = zh ? boxes.zh : boxes.en;
  const drawing = drawingOf(process.arrows);
  const left = (drawing.lanes.left + 1) * lane;
  const width = left + box + (drawing.lanes.right + 1) * lane;
  const said = (by: string) =>
    by === 'time' ? t('process.time') : by === 'followedUp' ? t('process.again') : term('command', by);
  return (
    <div className="process" style={{ height: drawing.height }}>
      <svg width={width} height={drawing.height} aria-hidden="true" className={looked ? 'looked' : undefined}>
        {drawing.lines.map((line) => (
          <Bent key={`${line.side} ${line.to}`} line={line} drawing={drawing} left={left} box={box} looked={looked} />
        ))}
        {drawing.rows.slice(0, -1).map((row, i) => {
          const next = drawing.rows[i + 1];
          if (!next || !drawing.steps.includes(row.status)) return null;
          const x = left + box / 2;
          return (
            <Arrow
              key={row.status}
              d={`M${x} ${middle(row) + 14}V${middle(next) - 14}`}
              x={x}
              y={middle(next) - 14}
              turn={90}
              on={looked === row.status}
            />
          );
        })}
        {drawing.rows.map((row) => (
          <g
            key={row.status}
            className={`process-box ${row.moves.length === 0 ? 'end' : ''} ${looked === row.status ? 'on' : ''}`}
          >
            <rect x={left} y={middle(row) - 14} width={box} height={28} rx={6} />
            <text x={left + box / 2} y={middle(row) + 4.5} textAnchor="middle">
              {term('status', row.status)}
            </text>
          </g>
        ))}
      </svg>
      <ol>
        {drawing.rows.map((row) => (
          <li
            key={row.status}
            style={{ height: row.height }}
            onMouseEnter={() => setLooked(row.status)}
            onMouseLeave={() => setLooked(undefined)}
            data-status={row.status}
          >
            <span className="sr">{term('status', row.status)}</span>
            <ul>
              {row.moves.map(({ to, by }) => (
                <li key={to} title={by.map(said).join(zh ? '、' : ', ')}>
                  <span>{by.map(said).join(zh ? '、' : ', ')}</span> <small>→ {term('status', to)}</small>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  );
}

const middle = ({ top, height }: Row): number => top + height / 2;

interface BentProps {
  line: Line;
  drawing: Drawing;
  left: number;
  box: number;
  looked?: Status;
}

/** Out of each box that leads there, along the lane, into the box it leads to. */
function Bent({ line, drawing, left, box, looked }: BentProps) {
  const at = (status: Status) => {
    const row = drawing.rows.find((one) => one.status === status);
    return row ? middle(row) : 0;
  };
  const outward = line.side === 'right' ? 1 : -1;
  const edge = line.side === 'right' ? left + box : left;
  const x = edge + outward * (line.lane + 1) * lane;
  const into = at(line.to) + (line.side === 'right' ? -5 : 5);
  return (
    <>
      {line.from.map((from) => {
        const out = at(from) + (line.side === 'right' ? 5 : -5);
        const down = into > out ? 1 : -1;
        const d = `M${edge} ${out}H${x - outward * 4}Q${x} ${out} ${x} ${out + down * 4}V${into - down * 4}Q${x} ${into} ${x - outward * 4} ${into}H${edge}`;
        return <Arrow key={from} d={d} x={edge} y={into} turn={line.side === 'right' ? 180 : 0} on={looked === from} />;
      })}
    </>
  );
}

function Arrow({ d, x, y, turn, on }: { d: string; x: number; y: number; turn: number; on: boolean }) {
  return (
    <g className={on ? 'process-arrow on' : 'process-arrow'}>
      <path d={d} />
      <path
        className="tip"
        d={`M0 0L${-tip} ${-tip / 2}V${tip / 2}Z`}
        transform={`translate(${x} ${y}) rotate(${turn})`}
      />
    </g>
  );
}
