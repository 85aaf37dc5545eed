export * from './first-word.ts'
export * from './roles.ts'
export * from './rules.ts'
