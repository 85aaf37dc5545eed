/**
 * A PDF of one page, put together by hand, for what our own copies never hold. `drawn`: the page's content, in PDF's own words;
 * `page` and `catalog`: more of those dictionaries; `objects`: more objects, numbered from 6.
 */
export function smallPdf({
  drawn = 'BT /F1 12 Tf 20 100 Td (Agreed words) Tj ET',
  page = '',
  catalog = '',
  objects = [] as readonly string[],
}): Uint8Array {
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${page} >>`,
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...objects,
  ]
  const body = all.map((object, n) => `${n + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.7\n${body}trailer\n<< /Root 1 0 R >>\n%%EOF\n`, 'latin1')
}
