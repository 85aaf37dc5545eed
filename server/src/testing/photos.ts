import { createHash } from 'node:crypto'
import type { Member } from './people.ts'

/** Small photos, 24 to 18 points, as a program drew them. */
export const PHOTOS = {
  red: jpeg([
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeX',
    'BkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAS',
    'ABgDASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAQDBf/EABUQAQEAAAAAAAAAAAAAAAAAAAAT/8QAFwEBAQEBAAAAAAAAAAAAAAAAAA',
    'YEBf/EABYRAQEBAAAAAAAAAAAAAAAAAAAVYf/aAAwDAQACEQMRAD8A4FCiShRvl47tLVdBJQJeFLWACqTQAD//2Q==',
  ]),
  yellow: jpeg([
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeX',
    'BkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAS',
    'ABgDASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAYEBf/EABkQAQADAQEAAAAAAAAAAAAAAAABFGERUf/EABcBAQEBAQAAAAAAAAAAAA',
    'AAAAAFBAb/xAAVEQEBAAAAAAAAAAAAAAAAAAAAFP/aAAwDAQACEQMRAD8AyUsKWKSlhSxzNTLMm6WCkpYFRM6/I8g5HkAlKZyPIAB//9k=',
  ]),
  grey: jpeg([
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeX',
    'BkeFxlZ2P/wAALCAASABgBAREA/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAZEAACAwEAAAAAAAAAAAAAAAAAARIVYlH/2gAIAQEAAD8AmajI',
    'qMioyXlRkVGRUZKmK4hFcQiuI//Z',
  ]),
  /** Drawn in ten scans, rough first. */
  progressive: jpeg([
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeX',
    'BkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wgARCAAS',
    'ABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAMF/8QAFwEBAQEBAAAAAAAAAAAAAAAAAAUDBP/aAAwDAQACEAMQAAABz0m/dVITFW',
    'aB/8QAFhABAQEAAAAAAAAAAAAAAAAAEQAg/9oACAEBAAEFAmZmZx//xAAWEQEBAQAAAAAAAAAAAAAAAAAUABD/2gAIAQMBAT8BTJ3/xAAWEQEB',
    'AQAAAAAAAAAAAAAAAAAUABD/2gAIAQIBAT8BLF3/xAAUEAEAAAAAAAAAAAAAAAAAAAAw/9oACAEBAAY/Ah//xAAUEAEAAAAAAAAAAAAAAAAAAA',
    'Aw/9oACAEBAAE/IRA//9oADAMBAAIAAwAAABDPP77/xAAWEQEBAQAAAAAAAAAAAAAAAABxABD/2gAIAQMBAT8QUt//xAAWEQEBAQAAAAAAAAAA',
    'AAAAAABxABD/2gAIAQIBAT8QEN//xAAUEAEAAAAAAAAAAAAAAAAAAAAw/9oACAEBAAE/EBA//9k=',
  ]),
}

function jpeg(base64: readonly string[]): Uint8Array {
  return new Uint8Array(Buffer.from(base64.join(''), 'base64'))
}

/** The name a photo has in a plan, by its bytes as they are kept. */
export const photoId = (photo: Uint8Array): string => createHash('sha256').update(photo).digest('base64url')

/** The same photo with one more part in its file, right after it begins. */
export function withPart(photo: Uint8Array, mark: number, says: string | Uint8Array): Uint8Array {
  const said = Buffer.from(says)
  const length = said.length + 2
  return new Uint8Array(
    Buffer.concat([
      photo.subarray(0, 2),
      Uint8Array.of(0xff, mark, length >> 8, length & 255),
      said,
      photo.subarray(2),
    ]),
  )
}

/** The same file that says it has other sides. */
export function withSides(photo: Uint8Array, wide: number, high: number): Uint8Array {
  const changed = Uint8Array.from(photo)
  changed.set([high >> 8, high & 255, wide >> 8, wide & 255], Buffer.from(photo).indexOf(Uint8Array.of(0xff, 0xc0)) + 5)
  return changed
}

/** Sends a photo; @param said what is said of it */
export const sendsPhoto = (member: Member, photo: Uint8Array, said: object = { shows: 'nobody' }) =>
  member.ask(
    'POST',
    `/api/plans/${member.plan}/photos`,
    Buffer.concat([Buffer.from(`${JSON.stringify(said)}\n`), photo]),
    {
      'content-type': 'application/octet-stream',
    },
  )
