export { default as messages } from './cy/keys.json'
