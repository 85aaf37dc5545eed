export { default as messages } from './en/photos.json'
