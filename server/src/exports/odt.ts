import { html } from 'hono/html'
import { photosIn, picturesIn } from './nodes.ts'
import { contentOf } from './odt-content.ts'
import { NAMESPACES, stylesOf, XML_HEAD } from './odt-styles.ts'
import type { Pages } from './pages.ts'
import { picturePng, pictureSvg } from './picture-files.ts'
import { zipped } from './zip.ts'

const KIND = 'application/vnd.oasis.opendocument.text'

/**
 * A copy as an OpenDocument text, for LibreOffice and its like: headings with their level in the outline, lists, tables with rows of
 * heads, and a language and direction where they are not the copy's own (SPEC EXPORT-48; docs/decisions/0024).
 */
export function writeOdt(pages: Pages): Uint8Array {
  const { title, lang, at, nodes, photos } = pages
  const moment = at.toISOString().slice(0, 19)
  const files = ['content.xml', 'styles.xml', 'meta.xml']
  const shown = photosIn(nodes).map((id) => ({
    ...{ name: `Pictures/photo-${id}.jpg`, type: 'image/jpeg', bytes: photos.get(id) ?? new Uint8Array() },
    asItIs: true,
  }))
  const drawn = picturesIn(nodes).flatMap((id) => [
    { name: `Pictures/${id}.svg`, type: 'image/svg+xml', bytes: pictureSvg(id) },
    { name: `Pictures/${id}.png`, type: 'image/png', bytes: picturePng(id) },
  ])
  const pictures = [...drawn, ...shown]
  const manifest = html`${XML_HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${KIND}"/>
${files.map((file) => html`<manifest:file-entry manifest:full-path="${file}" manifest:media-type="text/xml"/>`)}
${pictures.map(({ name, type }) => html`<manifest:file-entry manifest:full-path="${name}" manifest:media-type="${type}"/>`)}
</manifest:manifest>
`
  const meta = html`${XML_HEAD}<office:document-meta${NAMESPACES} office:version="1.3"><office:meta>
<meta:generator>Withy</meta:generator><dc:title>${title}</dc:title><dc:language>${lang}-GB</dc:language>
<meta:creation-date>${moment}</meta:creation-date><dc:date>${moment}</dc:date>
</office:meta></office:document-meta>
`
  return zipped([
    // What kind it is stands first, as it is, where every program looks for it.
    { name: 'mimetype', bytes: KIND, asItIs: true },
    { name: 'META-INF/manifest.xml', bytes: String(manifest) },
    { name: 'content.xml', bytes: String(contentOf(pages)) },
    { name: 'styles.xml', bytes: String(stylesOf(pages)) },
    { name: 'meta.xml', bytes: String(meta) },
    ...pictures,
  ])
}
