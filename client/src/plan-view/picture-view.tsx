import './picture-view.css'

const FILES = import.meta.glob<string>('../../../shared/src/plan/easy/pictures/*.svg', {
  eager: true,
  import: 'default',
  query: '?url',
})

/** The address of each picture by its id. */
const URLS: ReadonlyMap<string, string> = new Map(
  Object.entries(FILES).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1, -'.svg'.length), url]),
)

/** A picture on white, whatever the theme; its empty place where there is none, or none that this version has. */
export function PictureView({ id, alt }: { readonly id: string; readonly alt: string }) {
  const url = URLS.get(id)
  return (
    <span className="easy-picture" data-empty={url ? undefined : ''}>
      {url && <img src={url} alt={alt} width="96" height="96" loading="lazy" decoding="async" />}
    </span>
  )
}
