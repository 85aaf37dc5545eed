export * from './catalogue.ts'
export * from './plan.ts'
