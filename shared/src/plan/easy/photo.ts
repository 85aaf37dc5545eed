/** The cell of a row that says in people's own words what its photo shows. */
export const PHOTO_WORDS = 'photo-words'

/** SHA-256 in base64url. */
const PHOTO = /^photo:([A-Za-z0-9_-]{43})$/

/** The id of the photo of the group's own that a row has for a picture; null where it has a picture of ours, or none (SPEC EASY-42). */
export const photoOf = (picture: string): string | null => PHOTO.exec(picture)?.[1] ?? null

/** What stands in the cell `picture` of a row with a photo. @param id the SHA-256 of its bytes, in base64url */
export const photoPicture = (id: string): string => `photo:${id}`
