/** Items with how many of each, and what each is doing where that is not said elsewhere. */
export const ItemList = ({ items }: { readonly items: readonly { readonly title: string; readonly quantity: number; readonly says?: string }[] }) => (
  <ul className="hth-items">
    {items.map((item, index) => (
      <li key={index}><span className="hth-items__count">{item.quantity} ×</span> <span dir="auto">{item.title}</span>{item.says === undefined ? null : <span className="hth-quiet"> · {item.says}</span>}</li>
    ))}
  </ul>
);
