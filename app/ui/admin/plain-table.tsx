import { Text } from "@shopify/polaris";
import type { ReactNode } from "react";

type Head = { readonly title: string; readonly numeric?: boolean };
type Row = { readonly key: string; readonly cells: readonly ReactNode[] };

/** A small table whose rows are read, not opened: headed columns, the first cell names its row. Wide ones scroll inside their card, by keyboard too. */
export const PlainTable = ({ caption, heads, rows }: { readonly caption: string; readonly heads: readonly Head[]; readonly rows: readonly Row[] }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard where the browser does not see to it
  <section className="hither-scroll" aria-label={caption} tabIndex={0}>
    <table className="hither-table">
      <caption><Text as="span" visuallyHidden>{caption}</Text></caption>
      <thead><tr>{heads.map((head) => <th key={head.title} scope="col" {...(head.numeric ? { "data-numeric": "" } : {})}>{head.title}</th>)}</tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {row.cells.map((cell, index) => {
              const numeric = heads[index]?.numeric ? { "data-numeric": "" } : {};
              return index === 0 ? <th key={index} scope="row" {...numeric}>{cell}</th> : <td key={index} {...numeric}>{cell}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
