//! Across documents: claims, origins, discrepancies, expectations.
