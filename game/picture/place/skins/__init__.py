"""How the faces of things are drawn: materials, shop fronts, boards, greenery."""
