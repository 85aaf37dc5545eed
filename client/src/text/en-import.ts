export { default as messages } from './en/import.json'
