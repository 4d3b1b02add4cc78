"""The web page: for applicants, reviewers, the provincial office and administrators. Server-rendered, in Chinese."""
