export { default as messages } from './en/join.json'
