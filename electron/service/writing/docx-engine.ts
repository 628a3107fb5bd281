// The one place that names the package, so that it can be replaced in one place.
export * from 'docx'
