import type { PhotoSaid } from '@withy/shared/api'

/** What is kept of a photo besides its bytes. Times in ms. */
export type PhotoRow = {
  readonly id: string
  readonly said: PhotoSaid
  readonly addedBy: string
  readonly addedAt: number
  /** Null: it is there. */
  readonly removed: { readonly by: string; readonly at: number } | null
}

/** A photo as it is added; `id`: the SHA-256 of its bytes, in base64url. */
export type NewPhoto = { readonly id: string; readonly bytes: Uint8Array; readonly said: PhotoSaid }

/** How many photos a plan has at most, how many bytes they have together, and how many there were, with those that were taken away. */
export type MostPhotos = { readonly photos: number; readonly bytes: number; readonly ever: number }

/** What the photos feature, and whoever writes copies, needs of storage. */
export interface PhotoStore {
  /** All of a plan, those that were taken away too, the first added first. */
  photosOf(plan: string): Promise<PhotoRow[]>
  /** The bytes of one; `removed`: it was taken away; null: there was none. */
  photoBytes(plan: string, id: string): Promise<Uint8Array | 'removed' | null>
  /** Keeps one more. The same again changes nothing: what was said of it first stands. Where it is not `kept` nothing is. */
  keepPhoto(
    plan: string,
    photo: NewPhoto,
    added: { readonly by: string; readonly at: number },
    most: MostPhotos,
  ): Promise<'kept' | 'removed' | 'full'>
  /** Takes one away for good: its bytes are gone, and who said yes to it; that it was there stays. One that is gone already stays as it is. */
  removePhoto(plan: string, id: string, removed: { readonly by: string; readonly at: number }): Promise<void>
}
