// PDF.js types its page side only. The worker's side is handed over whole and never looked into.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
