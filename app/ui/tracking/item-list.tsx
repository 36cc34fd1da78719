/** Items with how many of each. */
export const ItemList = ({ items }: { readonly items: readonly { readonly title: string; readonly quantity: number }[] }) => (
  <ul className="hth-items">
    {items.map((item, index) => (
      <li key={index}><span className="hth-items__count">{item.quantity} ×</span> <span dir="auto">{item.title}</span></li>
    ))}
  </ul>
);
