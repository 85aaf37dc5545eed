export { default as messages } from './cy/speak.json'
