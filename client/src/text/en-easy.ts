export { default as messages } from './en/easy.json'
