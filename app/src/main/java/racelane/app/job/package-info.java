/** One way to run something long: a job with progress, message and cancel. The only package that starts threads. */
package racelane.app.job;
