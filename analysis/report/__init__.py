"""Notebooks to pages: typed parameters, private kernels, a run that resumes, pages to share."""
