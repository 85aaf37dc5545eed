export { default as messages } from './en/many.json'
