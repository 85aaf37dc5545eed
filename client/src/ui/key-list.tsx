import './key-list.css'

/** Keys, each with what it does. */
export const KeyList = ({ keys }: { readonly keys: readonly { readonly keys: string; readonly does: string }[] }) => (
  <dl className="key-list">
    {keys.map(({ keys, does }) => (
      <div key={keys}>
        <dt>
          <kbd>{keys}</kbd>
        </dt>
        <dd>{does}</dd>
      </div>
    ))}
  </dl>
)
