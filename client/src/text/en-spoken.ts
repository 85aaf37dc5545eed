export { default as messages } from './en/spoken.json'
