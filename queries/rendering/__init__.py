"""How a page is drawn: where actors stand, what they look like, and the template that shows them."""
