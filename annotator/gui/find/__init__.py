"""Finding: in the article, over all articles, and what is labelled in two ways."""
