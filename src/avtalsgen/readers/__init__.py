"""Files to YAML trees and Markdown blocks, with their places, and problems for all else."""
