import { anyText } from '@withy/shared/testing'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { downloadNamed } from './file-name.ts'

it('[EXPORT-8] names a download after the plan, in plain letters and in all of them', () => {
  expect(downloadNamed('Brackenford East', 'pdf')).toBe(
    `attachment; filename="Brackenford East.pdf"; filename*=UTF-8''Brackenford%20East.pdf`,
  )
  expect(downloadNamed('Tŷ Ŵyn', 'html')).toBe(
    `attachment; filename="Ty Wyn.html"; filename*=UTF-8''T%C5%B7%20%C5%B4yn.html`,
  )
  expect(downloadNamed('../../etc/passwd', 'pdf')).toBe(
    `attachment; filename="etc passwd.pdf"; filename*=UTF-8''etc%20passwd.pdf`,
  )
  expect(downloadNamed('中文', 'pdf')).toBe(`attachment; filename="plan.pdf"; filename*=UTF-8''%E4%B8%AD%E6%96%87.pdf`)
  expect(downloadNamed(' . ', 'pdf')).toBe(`attachment; filename="plan.pdf"; filename*=UTF-8''plan.pdf`)
})

it('[EXPORT-8] lets no sign become a dangerous one on the way to plain letters (seed -2002087333)', () => {
  expect(downloadNamed('a﹡b', 'pdf')).toBe(`attachment; filename="a b.pdf"; filename*=UTF-8''a%EF%B9%A1b.pdf`)
})

it('[EXPORT-8] makes a header that is one line and a name that is no path, whatever the title', () => {
  fc.assert(
    fc.property(anyText, (title) => {
      const header = downloadNamed(title, 'pdf')
      expect(header).toMatch(
        /^attachment; filename="[^"\\/:*?<>|\p{Cc}]{1,200}\.pdf"; filename\*=UTF-8''[A-Za-z0-9%._~!#$&+^`|-]+\.pdf$/u,
      )
      expect(() => new Headers({ 'content-disposition': header })).not.toThrow()
      expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).not.toMatch(/[/\\\p{Cc}]|^\./u)
    }),
    { numRuns: 500 },
  )
})
