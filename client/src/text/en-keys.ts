export { default as messages } from './en/keys.json'
