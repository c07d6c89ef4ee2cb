// The worker that reads a PDF to be drawn: PDF.js makes it one when it finds itself in a worker.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
