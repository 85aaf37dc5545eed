export * from './close-codes.ts'
export * from './frames.ts'
export * from './presence.ts'
export * from './room-messages.ts'
