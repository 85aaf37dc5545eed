export { SaidHere } from './said-here.tsx'
export { SaidNews } from './said-news.tsx'
