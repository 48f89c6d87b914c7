/** How the page for residents looks: on a telephone each row of the table stands by itself. */
export const publicStyle = `
:root { color-scheme: light; --ink: #182322; --faint: #5c6b69; --line: #dde4e2; --brand: #0f6b66; }
* { box-sizing: border-box; }
body { margin: 0; background: #f5f7f6; color: var(--ink); font: 16px/1.7 -apple-system, BlinkMacSystemFont, "Segoe UI",
  "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
main { max-width: 860px; margin: 0 auto; padding: 32px 24px 48px; }
header { border-top: 4px solid var(--brand); padding-top: 20px; }
.project { margin: 0; color: var(--brand); font-weight: 600; }
h1 { margin: 0 0 6px; font-size: 26px; line-height: 1.35; }
h2 { margin: 0 0 10px; font-size: 18px; }
.about, footer { margin: 0; color: var(--faint); font-size: 14px; overflow-wrap: anywhere; }
section, nav { margin-top: 24px; padding: 18px 20px; background: #fff; border: 1px solid var(--line); border-radius: 8px; }
section p { margin: 0; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 10px 12px 10px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
th { color: var(--faint); font-size: 14px; font-weight: 500; white-space: nowrap; }
td:first-child, td:last-child { white-space: nowrap; }
tbody tr:last-child td { border-bottom: 0; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding: 8px 0; color: var(--brand); }
nav a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
a:focus-visible { outline: 2px solid var(--brand); outline-offset: 3px; }
footer { margin-top: 24px; }
@media (max-width: 640px) {
  main { padding: 20px 16px 40px; }
  h1 { font-size: 22px; }
  section, nav { padding: 16px; }
  thead { display: none; }
  table, tbody, tr, td { display: block; }
  tr { padding: 14px 0; border-bottom: 1px solid var(--line); }
  tr:first-child { padding-top: 0; }
  tr:last-child { padding-bottom: 0; border-bottom: 0; }
  td, td:first-child, td:last-child { padding: 2px 0 2px 5.5em; border: 0; position: relative; white-space: normal; }
  td::before { content: attr(data-label); position: absolute; left: 0; color: var(--faint); font-size: 14px; }
}
@media print { body { background: #fff; } nav { display: none; } section { border: 0; padding: 0; } }
`;
