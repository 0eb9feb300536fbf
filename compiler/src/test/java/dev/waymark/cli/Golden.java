package dev.waymark.cli;

import java.io.File;
import java.nio.file.Path;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.namer.ApprovalNamer;
import org.approvaltests.reporters.QuietReporter;

/** Compares a text with a file that somebody has read and approved; what differs is left beside it. */
final class Golden {
    private Golden() {}

    static void verify(String text, Path approved) {
        Options options = new Options(new QuietReporter()).forFile().withNamer(new BesideNamer(approved));
        Approvals.verify(text, options);
    }

    /** The approved file keeps its own name: it is part of a sample, or of a case. */
    private record BesideNamer(Path approved) implements ApprovalNamer {
        @Override
        public String getApprovalName() {
            return approved.getFileName().toString();
        }

        @Override
        public String getSourceFilePath() {
            return approved.getParent() + File.separator;
        }

        @Override
        public ApprovalNamer addAdditionalInformation(String information) {
            return this;
        }

        @Override
        public String getAdditionalInformation() {
            return "";
        }

        @Override
        public File getApprovedFile(String extension) {
            return approved.toFile();
        }

        @Override
        public File getReceivedFile(String extension) {
            return approved.resolveSibling(getApprovalName() + ".received.txt").toFile();
        }
    }
}
